import { Select } from "antd";
import { useState } from "react";
import { useDebounced } from "@/ui/useDebounced";
import { useChoices, type Choice, type Kind } from "./useTrial";

interface Props {
  readonly id: string;
  readonly kind: Kind;
  readonly value: string | null;
  readonly onPick: (choice: Choice) => void;
}

/** One record, searched for on the server. */
export function Picker({ id, kind, value, onPick }: Props) {
  const [typed, setTyped] = useState("");
  const { data, isFetching } = useChoices(kind, useDebounced(typed, 250));
  return (
    <Select
      id={id}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={isFetching}
      value={value}
      options={(data ?? []).map((choice) => ({ value: choice.value, label: choice.label }))}
      onChange={(picked: string) => {
        const choice = data?.find((each) => each.value === picked);
        if (choice) onPick(choice);
      }}
    />
  );
}
