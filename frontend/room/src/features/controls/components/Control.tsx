import { Icon } from "../../../parts/Icon";

interface Props {
  icon: string;
  label: string;
  onClick: () => void;
  pressed?: boolean;
  off?: boolean;
  badge?: number;
  className?: string;
  disabled?: boolean;
}

export function Control({ icon, label, onClick, pressed, off = false, badge = 0, className = "", disabled = false }: Props) {
  return (
    <button type="button" className={`control ${off ? "off" : ""} ${className}`} aria-pressed={pressed} disabled={disabled} onClick={onClick}>
      <Icon name={icon} />
      <span>{label}</span>
      {badge > 0 && <span className="count-badge">{badge}</span>}
    </button>
  );
}
