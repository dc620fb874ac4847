// A data set of Analytics Engine: what is written is shown, and not kept.
// https://developers.cloudflare.com/analytics/analytics-engine/
(function (host, load) {
  'use strict';

  class LocalAnalyticsEngineDataset {
    #java;

    constructor(java) {
      this.#java = java;
    }

    writeDataPoint(event) {
      this.#java.write(JSON.stringify(event) ?? 'undefined');
    }
  }

  const { refuseClones } = load('webidl');
  refuseClones(LocalAnalyticsEngineDataset);

  return { bind: (name, options, java) => new LocalAnalyticsEngineDataset(java) };
})
