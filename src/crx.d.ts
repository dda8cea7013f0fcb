/** `import path from './x.iife.tsx?script'` gives the path of the built, self-contained script. */
declare module '*?script' {
  const path: string;
  export default path;
}
