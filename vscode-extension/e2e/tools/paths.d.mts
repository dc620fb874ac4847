export const toolsFolder: string;
export const nodeBinary: string;
export const codeServer: string;
export const codeServerEntry: string;
export const chromium: string;
