export default 'elsewhere';
