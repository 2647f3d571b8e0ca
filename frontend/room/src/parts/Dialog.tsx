import { useEffect, useId, useRef, type ReactNode } from "react";

/** A question that must be answered: only for what cannot be undone. */
export function Dialog({ title, children, onClose, actions }: { title: string; children: ReactNode; onClose: () => void; actions: ReactNode }) {
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog ref={ref} className="dialog" aria-labelledby={heading} onCancel={onClose}>
      <h2 id={heading}>{title}</h2>
      <div className="mt-3">{children}</div>
      <p className="row">{actions}</p>
    </dialog>
  );
}
