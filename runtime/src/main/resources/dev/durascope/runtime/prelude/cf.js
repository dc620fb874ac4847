// `request.cf` from its JSON. One that came with a request is frozen, as in workerd; before 2023-08-01 it
// says something of bots, whoever sent it.
(function (host) {
  'use strict';
  const BOT_MANAGEMENT = {
    corporateProxy: false,
    verifiedBot: false,
    jsDetection: { passed: false },
    staticResource: false,
    detectionIds: {},
    score: 99,
  };

  function freeze(value) {
    if (typeof value !== 'object' || value === null) return;
    Object.values(value).forEach(freeze);
    Object.freeze(value);
  }

  return {
    parse(text, isFrozen) {
      const cf = JSON.parse(text);
      if (!host.flags.isOn('no_cf_botmanagement_default')) cf.botManagement ??= BOT_MANAGEMENT;
      if (isFrozen) freeze(cf);
      return cf;
    },
  };
})
