import { useWords } from '../../parts/language.tsx';

export function Brand() {
  const { product } = useWords();
  return (
    <span className="brand">
      <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="8" className="brand-ground" />
        <path d="M8 20.5 13.2 12l4 6 2.6-3.6L24 20.5" className="brand-line" />
      </svg>
      {product}
    </span>
  );
}
