export enum Colour { Red, Green }
interface Shape { kind: string }
export const shape = { kind: 'square' } satisfies Shape;
export class Point { constructor(public readonly x: number, private y?: number) {} }
export type { Shape };
