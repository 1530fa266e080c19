import { Button, Input, Segmented, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatFen } from "@/lib/fen";
import { PageSkeleton } from "@/ui/PageSkeleton";
import { piecesOf, withPieces, type Cart } from "./cart";
import type { Range, SalePackage, SaleService } from "./data";
import styles from "./Sale.module.css";

interface Props {
  readonly range: Range | undefined;
  readonly cart: Cart;
  readonly onCart: (cart: Cart) => void;
}
type Shelf = "packages" | "services";

/** What is on sale: packages, of which one is taken, and services by the piece. */
export function Products({ range, cart, onCart }: Props) {
  const { t } = useTranslation("sale");
  const [shelf, setShelf] = useState<Shelf>("packages");
  const [typed, setTyped] = useState("");
  if (!range) return <PageSkeleton />;
  const words = typed.trim().toLowerCase();
  const fits = (each: { readonly name: string; readonly number: string }) =>
    words === "" || `${each.name} ${each.number}`.toLowerCase().includes(words);
  const packages = range.packages.filter(fits);
  const services = range.services.filter(fits);
  const empty = shelf === "packages" ? packages.length === 0 : services.length === 0;
  return (
    <div className={styles["products"]}>
      <div className={styles["shelf"]}>
        <Segmented<Shelf>
          aria-label={t("products.title")}
          value={shelf}
          options={[
            { value: "packages", label: t("products.packages") },
            { value: "services", label: t("products.services") },
          ]}
          onChange={setShelf}
        />
        <Input.Search
          aria-label={t("products.search")}
          placeholder={t("products.search")}
          allowClear
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </div>
      {empty ? <p className={styles["soft"]}>{t(words ? "products.notFound" : "products.none")}</p> : null}
      <ul className={styles["list"]}>
        {shelf === "packages"
          ? packages.map((each) => (
              <li key={each.id}>
                <PackageChoice
                  offered={each}
                  chosen={cart.kind === "package" && cart.id === each.id}
                  onChoose={() => onCart({ kind: "package", id: each.id })}
                />
              </li>
            ))
          : services.map((each) => (
              <li key={each.id}>
                <ServiceChoice offered={each} cart={cart} onCart={onCart} />
              </li>
            ))}
      </ul>
    </div>
  );
}

interface PackageProps {
  readonly offered: SalePackage;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function PackageChoice({ offered, chosen, onChoose }: PackageProps) {
  const { t } = useTranslation("sale");
  const version = offered.onSale;
  const gains = version?.entitlements.map((each) =>
    each.kind === "MONEY"
      ? t("products.money", { amount: formatFen(each.amountFen ?? 0) })
      : t(each.kind === "PERIOD" ? "products.days" : "products.times", {
          name: each.services.map(({ name }) => name).join(t("comma")) || t("products.allServices"),
          number: (each.kind === "PERIOD" ? each.days : each.times) ?? 0,
        }),
  );
  return (
    <button type="button" className={styles["product"]} aria-pressed={chosen} onClick={onChoose}>
      <span className={styles["name"]}>
        {offered.name}
        {version?.soldAs === "OPENING" ? <Tag>{t("products.opening")}</Tag> : null}
        {version?.soldAs === "RECHARGE" ? <Tag>{t("products.recharge")}</Tag> : null}
      </span>
      <Price price={version?.salePriceFen ?? 0} list={version?.listValueFen ?? 0} />
      <small className={styles["soft"]}>
        {[version?.cardType?.name, ...(gains ?? [])].filter(Boolean).join(" · ")}
      </small>
    </button>
  );
}

interface ServiceProps {
  readonly offered: SaleService;
  readonly cart: Cart;
  readonly onCart: (cart: Cart) => void;
}

function ServiceChoice({ offered, cart, onCart }: ServiceProps) {
  const { t } = useTranslation("sale");
  const pieces = piecesOf(cart, offered.id);
  const give = (quantity: number) => onCart(withPieces(cart, offered.id, quantity));
  return (
    <div className={styles["product"]} data-chosen={pieces > 0}>
      <span className={styles["name"]}>{offered.name}</span>
      <span className={styles["pieces"]}>
        {pieces > 0 ? (
          <>
            <Button aria-label={t("products.less", { name: offered.name })} onClick={() => give(pieces - 1)}>
              −
            </Button>
            <output aria-label={t("products.pieces", { name: offered.name })}>{pieces}</output>
          </>
        ) : null}
        <Button aria-label={t("products.more", { name: offered.name })} onClick={() => give(pieces + 1)}>
          +
        </Button>
      </span>
      <small className={styles["soft"]}>
        {formatFen(offered.onSale?.unitPriceFen ?? 0)}
        {offered.onSale?.category ? ` · ${offered.onSale.category}` : ""}
      </small>
    </div>
  );
}

function Price({ price, list }: { readonly price: number; readonly list: number }) {
  const { t } = useTranslation("sale");
  return (
    <span className={styles["price"]}>
      <strong>{formatFen(price)}</strong>
      {list > price ? (
        <small className={styles["soft"]}>{t("products.list", { amount: formatFen(list) })}</small>
      ) : null}
    </span>
  );
}
