/** Our own mark: a ring with a gap. Also stands where there is no level yet. */
export function BrandRing({ size = 16 }: { readonly size?: number }) {
  return (
    <svg class="rf-brand" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <path d="M13.06 4.1A6.1 6.1 0 1 0 14.1 8.3" />
    </svg>
  );
}
