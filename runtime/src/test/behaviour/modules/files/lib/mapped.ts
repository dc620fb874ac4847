export const value = 'from the path mapping';
