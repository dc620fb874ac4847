export default 'workerd';
