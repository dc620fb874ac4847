// The module `cloudflare:email`. A message can be made and passed around; nothing here sends one.
(function (host, load) {
  'use strict';
  const { expose } = load('webidl');

  /** https://developers.cloudflare.com/email-routing/email-workers/send-email-workers/ */
  class EmailMessage {
    #from;
    #to;
    #raw;

    constructor(from, to, raw) {
      this.#from = `${from}`;
      this.#to = `${to}`;
      this.#raw = raw;
    }
    get from() {
      return this.#from;
    }
    get to() {
      return this.#to;
    }
    get raw() {
      return this.#raw;
    }
  }
  expose(EmailMessage);

  return { EmailMessage };
})
