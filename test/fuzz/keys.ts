/** The server's keys of these tests: always the same, so that what was sealed once can be sent again. They open nothing else. */
export const KEYS = {
  key: 'key-of-the-tests',
  privateKey: {
    key_ops: ['deriveBits'],
    ext: true,
    kty: 'EC',
    x: 'bbgj7w3Wm0kaEhdx7hanuYAiwe_7vCkuUcixexDNOns',
    y: 'rQh-gYNwbFghcf0baLeKX4_MNdtN5OLprwWbLE9TPuo',
    crv: 'P-256',
    d: 'KFaFFs8aXhrSsg1tjjV087BNlv5P7S_xLRc7KE2BPao',
  },
  seal: 'NwVcjhTZSU8DcoVDJsqZ3tsdMjOnE7JsOtsyag9YVjA=',
  digest: 'yVWRU04zg03jFSaXlPh+bdzCfvPHJtpaofcGbehk16c=',
} as const
