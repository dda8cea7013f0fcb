import type { Plugin } from 'vite';

/** What an engine of money asks for of no number. */
const unused: ReadonlySet<string> = new Set([
  ...['sine', 'sin', 'cosine', 'cos', 'tangent', 'tan'],
  ...['inverseSine', 'asin', 'inverseCosine', 'acos', 'inverseTangent', 'atan', 'atan2'],
  ...['hyperbolicSine', 'sinh', 'hyperbolicCosine', 'cosh', 'hyperbolicTangent', 'tanh'],
  ...[
    'inverseHyperbolicSine',
    'asinh',
    'inverseHyperbolicCosine',
    'acosh',
    'inverseHyperbolicTangent',
    'atanh',
  ],
  ...['cubeRoot', 'cbrt', 'hypot', 'log2', 'log10', 'random'],
  ...['toBinary', 'toOctal', 'toHexadecimal', 'toHex', 'toFraction'],
]);

/** Of the parsed source as much as is looked at. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly name?: string;
  readonly id?: Node | null;
  readonly body?: Node | readonly Node[];
  readonly expression?: Node;
  readonly left?: Node;
  readonly right?: Node;
  readonly object?: Node;
  readonly property?: Node;
}

/** Names that a statement like `P.sine = P.sin = function …` gives to something of `owner`; none for any other. */
function namesGiven({ expression }: Node, owner: string): readonly string[] {
  const names: string[] = [];
  for (let at = expression; at?.type === 'AssignmentExpression'; at = at.right) {
    if (at.left?.type !== 'MemberExpression' || at.left.object?.name !== owner) return [];
    names.push(at.left.property?.name ?? '');
  }
  return names;
}

/** The library's source without these methods; what only they use is left out by the bundler. Throws where one is used. */
function slim(code: string, top: readonly Node[]): string {
  const clone = top.find(({ type, id }) => type === 'FunctionDeclaration' && id?.name === 'clone');
  const inClone = (clone?.body as Node | undefined)?.body as readonly Node[] | undefined;
  const cuts = [
    ...top.map((node) => ({ node, names: namesGiven(node, 'P') })),
    ...(inClone ?? []).map((node) => ({ node, names: namesGiven(node, 'Decimal') })),
  ].filter(({ names }) => names.length > 0 && names.every((name) => unused.has(name)));
  const cut = new Set(cuts.flatMap(({ names }) => names));
  const missed = [...unused].filter((name) => !cut.has(name));
  if (missed.length > 0) throw new Error(`decimal.js has no ${missed.join(', ')} to leave out`);
  return cuts
    .map(({ node }) => node)
    .sort((a, b) => b.start - a.start)
    .reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), code);
}

/**
 * The decimal library hangs all its functions on one prototype, where no bundler can tell which are used. Those that have
 * nothing to do with money stay out of what we ship.
 */
export function slimDecimal(): Plugin {
  return {
    name: 'ringfence:slim-decimal',
    enforce: 'pre',
    transform: {
      filter: { id: /\/decimal\.js\/decimal\.mjs$/ },
      handler(code) {
        return { code: slim(code, this.parse(code).body as unknown as readonly Node[]), map: null };
      },
    },
  };
}
