export const steps = ['patch', 'minor', 'major'] as const;
export type Step = (typeof steps)[number];

/** The version after this one; what stands right of the step begins at 0 again. */
export function nextVersion(version: string, step: Step): string {
  const parts = /^(\d+)\.(\d+)\.(\d+)$/.exec(version);
  if (parts === null) throw new Error(`${version} is no version a store takes: three numbers with dots`);
  const [major = 0, minor = 0, patch = 0] = parts.slice(1).map(Number);
  if (step === 'major') return `${major + 1}.0.0`;
  return step === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}
