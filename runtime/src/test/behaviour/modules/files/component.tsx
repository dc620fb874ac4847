const h = (tag: string, props: object | null, ...children: unknown[]) => ({ tag, props, children });
export const made = <p class="x">text</p>;
