import { EyeInvisibleOutlined, EyeOutlined } from "@ant-design/icons";
import { Button, Input, type InputProps } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

/** A password field whose eye is large enough to hit; antd's own is 14 px (WCAG 2.2, target size). */
export function PasswordInput(props: InputProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  return (
    <Input
      {...props}
      type={shown ? "text" : "password"}
      spellCheck={false}
      autoCapitalize="off"
      suffix={
        <Button
          type="text"
          size="small"
          aria-pressed={shown}
          aria-label={t(shown ? "common.hidePassword" : "common.showPassword")}
          icon={shown ? <EyeInvisibleOutlined aria-hidden /> : <EyeOutlined aria-hidden />}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setShown(!shown)}
          style={{ inlineSize: 24, blockSize: 24 }}
        />
      }
    />
  );
}
