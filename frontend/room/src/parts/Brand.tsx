export function BrandDrawing() {
  return (
    <svg viewBox="0 0 28 28" fill="none" strokeWidth="3" aria-hidden="true">
      <path d="M4 25V12.5a6.5 6.5 0 0 1 13 0V25" stroke="var(--home)" />
      <path d="M11 25V12.5a6.5 6.5 0 0 1 13 0V25" stroke="var(--partner)" />
    </svg>
  );
}

export function Gate() {
  return (
    <svg className="gate" viewBox="0 0 176 120" fill="none" strokeWidth="8" aria-hidden="true">
      <path className="leaf" d="M40 112V58a28 28 0 0 1 56 0v54" stroke="var(--home)" />
      <path className="leaf right" d="M80 112V58a28 28 0 0 1 56 0v54" stroke="var(--partner)" />
      <path d="M16 112h144" stroke="var(--line-strong)" strokeWidth="3" />
    </svg>
  );
}
