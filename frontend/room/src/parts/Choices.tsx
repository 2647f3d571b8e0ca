import { useId } from "react";

export interface Choice<T> {
  value: T;
  label: string;
  lang?: string;
}

/** One question of a menu, its answers as radio buttons. */
export function Choices<T extends string>({ legend, choices, value, onChange }: { legend: string; choices: Choice<T>[]; value: T; onChange: (value: T) => void }) {
  const name = useId();
  return (
    <fieldset>
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} lang={choice.lang}>
          <input type="radio" name={name} checked={choice.value === value} onChange={() => onChange(choice.value)} />
          {choice.label}
        </label>
      ))}
    </fieldset>
  );
}

export function Tick({ label, checked, onChange }: { label: string; checked: boolean; onChange: (checked: boolean) => void }) {
  return (
    <label>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}
