// What is an address of IP, and of which version.
(function () {
  'use strict';

  const OCTET = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
  const V4 = new RegExp(`^(?:${OCTET}\\.){3}${OCTET}$`);

  function isIPv4(text) {
    return V4.test(`${text}`);
  }

  function isIPv6(text) {
    const [address, zone, ...more] = `${text}`.split('%');
    if (zone === '' || more.length > 0) return false;
    const halves = address.split('::');
    if (halves.length > 2) return false;
    const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
    let count = 0;
    for (const [i, list] of groups.entries()) {
      for (const [j, group] of list.entries()) {
        const isLast = i === groups.length - 1 && j === list.length - 1;
        if (isLast && group.includes('.')) {
          if (!isIPv4(group)) return false;
          count += 2;
        } else if (/^[0-9a-f]{1,4}$/i.test(group)) count += 1;
        else return false;
      }
    }
    return halves.length === 2 ? count < 8 : count === 8;
  }

  return { isIP: (text) => (isIPv4(text) ? 4 : isIPv6(text) ? 6 : 0), isIPv4, isIPv6 };
})
