import { Drawer } from "antd";
import { Brand } from "@/ui/Brand";
import { Nav } from "./Nav";

interface Props {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
}

/** The menu where there is no room for it beside the page. */
export function NavDrawer({ open, title, onClose }: Props) {
  return (
    <Drawer
      open={open}
      onClose={onClose}
      placement="left"
      size={280}
      title={<Brand name={title} />}
      styles={{ body: { padding: 0 } }}
    >
      <Nav collapsed={false} onNavigate={onClose} />
    </Drawer>
  );
}
