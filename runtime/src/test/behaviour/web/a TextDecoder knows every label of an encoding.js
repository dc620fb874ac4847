export default async function (assert) {
  const names = {
    l5: 'windows-1254',
    cp819: 'windows-1252',
    logical: 'iso-8859-8-i',
    'TIS-620': 'windows-874',
    'x-mac-ukrainian': 'x-mac-cyrillic',
    latin6: 'iso-8859-10',
    ksc_5601: 'euc-kr',
    chinese: 'gbk',
  };
  for (const [label, name] of Object.entries(names)) assert.equal(new TextDecoder(label).encoding, name);
}
