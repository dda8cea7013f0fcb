interface Props {
  readonly size?: number;
}

/** The mark of the product: a ring with a gap, in the colour of the text. */
export function Ring({ size = 18 }: Props) {
  return (
    <svg width={size} height={size} viewBox="0 0 18 18" fill="none" aria-hidden="true">
      <path
        d="M14.6 5.8A6.5 6.5 0 1 0 15.5 9"
        stroke="currentColor"
        stroke-width="2.6"
        stroke-linecap="round"
      />
    </svg>
  );
}
