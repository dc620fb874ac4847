/** wrangler.toml's rule imports pages as text. */
declare module '*.html' {
  const text: string;
  export default text;
}
