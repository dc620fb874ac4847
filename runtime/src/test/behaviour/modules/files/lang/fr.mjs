export const greeting = 'bonjour';
