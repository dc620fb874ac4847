export const greeting = 'hallo';
export default 'de';
