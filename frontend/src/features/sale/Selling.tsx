import { Form, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { verdict } from "@/lib/patterns";
import { Failure } from "@/ui/Failure";
import { Panel } from "@/ui/Panel";
import { useDebounced } from "@/ui/useDebounced";
import { EMPTY, itemsOf } from "./cart";
import { useAgreement, useForeseen, useProducts, useSellers, type SaleStore } from "./data";
import { Products } from "./Products";
import { Summary } from "./Summary";
import { usePlacing } from "./usePlacing";
import styles from "./Sale.module.css";

interface Props {
  readonly store: SaleStore;
  readonly onPlaced: (order: string) => void;
}

/** Everything of one sale before it is placed. */
export function Selling({ store, onPlaced }: Props) {
  const { t } = useTranslation("sale");
  const merchant = store.merchant?.id ?? null;
  const [phone, setPhone] = useState("");
  const [person, setPerson] = useState({ realName: "", idCard: "" });
  const [cart, setCart] = useState(EMPTY);
  const [named, setNamed] = useState<string | null>(null);
  const [card, setCard] = useState<string | null>(null);
  const [accepted, setAccepted] = useState<string | null>(null);
  const range = useProducts(merchant);
  const sellers = useSellers(merchant);
  const agreement = useAgreement(merchant);
  const placing = usePlacing(onPlaced);

  const items = itemsOf(cart);
  const goodPhone = verdict("CN_MOBILE", phone) === "OK";
  const seller = named ?? sellers.data?.find(({ own }) => own)?.id ?? null;
  const asked =
    items.length > 0 ? { merchant, store: store.id, items, phone: goodPhone ? phone : null, seller, card } : null;
  const foreseen = useForeseen(useDebounced(asked, 200));
  const sale = asked ? (foreseen.data ?? null) : null;
  const needsPerson = goodPhone && (sale?.identityNeeded ?? false);
  const goodId = verdict("CN_ID_CARD", person.idCard.trim().toUpperCase()) === "OK";
  const ofCard = cart.kind === "package";
  const text = agreement.data;

  const missing = [
    goodPhone ? null : t("missing.phone"),
    items.length > 0 ? null : t("missing.product"),
    needsPerson && !(person.realName.trim() && goodId) ? t("missing.person") : null,
    ofCard && text && accepted !== text.textSha256 ? t("missing.agreement") : null,
  ].filter((each) => each !== null);

  const place = () => {
    if (missing.length > 0 || !sale?.quote || sale.refusals.length > 0 || placing.isPending) return;
    placing.mutate({
      merchantId: merchant,
      storeId: store.id,
      phone,
      realName: needsPerson ? person.realName.trim() : null,
      idCard: needsPerson ? person.idCard.trim().toUpperCase() : null,
      items,
      cardId: card ?? sale.quote.cardId,
      salespersonId: seller,
      expectedTotalFen: sale.quote.totalFen,
      agreementHash: ofCard ? accepted : null,
    });
  };

  return (
    <div
      className={styles["desk"]}
      role="presentation"
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) place();
      }}
    >
      <div className={styles["column"]}>
        <Panel title={t("buyer.title")}>
          <Form layout="vertical" component="div" className={styles["people"] ?? ""}>
            <Form.Item
              label={t("buyer.phone")}
              htmlFor="sale-phone"
              validateStatus={phone.length === PHONE && !goodPhone ? "error" : ""}
              help={phone.length === PHONE && !goodPhone ? t("buyer.wrongPhone") : null}
            >
              <Input
                id="sale-phone"
                autoFocus
                size="large"
                inputMode="numeric"
                autoComplete="off"
                maxLength={PHONE}
                value={phone}
                onChange={({ target }) => setPhone(target.value.replace(/\D/g, ""))}
              />
            </Form.Item>
            <Form.Item label={t("buyer.seller")} htmlFor="sale-seller">
              <Select
                id="sale-seller"
                size="large"
                allowClear={!sellers.data?.some(({ own }) => own)}
                showSearch={{ optionFilterProp: "label" }}
                placeholder={t("buyer.noSeller")}
                value={seller}
                options={(sellers.data ?? []).map((each) => ({
                  value: each.id,
                  label: `${each.name} ${each.staffNumber}`,
                }))}
                onChange={(id: string | null) => setNamed(id ?? null)}
              />
            </Form.Item>
          </Form>
          {goodPhone && sale ? (
            <p className={styles["soft"]} role="status">
              {sale.known ? t("buyer.known", { name: sale.buyerName ?? t("buyer.unnamed") }) : t("buyer.new")}
              {sale.identified ? ` · ${t("buyer.identified")}` : ""}
            </p>
          ) : null}
          {needsPerson ? (
            <Form layout="vertical" component="div" className={styles["people"] ?? ""}>
              <p className={styles["why"]}>{t("buyer.whyPerson")}</p>
              <Form.Item label={t("buyer.realName")} htmlFor="sale-name" required>
                <Input
                  id="sale-name"
                  autoComplete="off"
                  maxLength={50}
                  value={person.realName}
                  onChange={({ target }) => setPerson({ ...person, realName: target.value })}
                />
              </Form.Item>
              <Form.Item
                label={t("buyer.idCard")}
                htmlFor="sale-id"
                required
                validateStatus={person.idCard.length === ID && !goodId ? "error" : ""}
                help={person.idCard.length === ID && !goodId ? t("buyer.wrongId") : null}
              >
                <Input
                  id="sale-id"
                  autoComplete="off"
                  maxLength={ID}
                  value={person.idCard}
                  onChange={({ target }) => setPerson({ ...person, idCard: target.value })}
                />
              </Form.Item>
            </Form>
          ) : null}
        </Panel>
        <Panel title={t("products.title")}>
          {range.error ? <Failure small error={range.error} onRetry={() => void range.refetch()} /> : null}
          <Products
            range={range.data}
            cart={cart}
            onCart={(next) => {
              setCart(next);
              setCard(null);
            }}
          />
        </Panel>
      </div>
      <Summary
        sale={sale}
        buyerGiven={goodPhone}
        asked={asked !== null}
        loading={foreseen.isFetching}
        failed={foreseen.error ?? placing.error}
        agreement={ofCard ? text : null}
        accepted={accepted !== null && accepted === text?.textSha256}
        onAccept={(yes) => setAccepted(yes && text ? text.textSha256 : null)}
        card={card}
        onCard={setCard}
        missing={missing}
        placing={placing.isPending}
        onPlace={place}
      />
    </div>
  );
}

const PHONE = 11;
const ID = 18;
