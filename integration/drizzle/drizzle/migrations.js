import journal from './meta/_journal.json';
import m0000 from './0000_authors_and_books.sql';
import m0001 from './0001_years.sql';

export default { journal, migrations: { m0000, m0001 } };
