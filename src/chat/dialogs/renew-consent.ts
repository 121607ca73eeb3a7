import { z } from 'zod';
import { renewConsent } from '../../actions/own-data.ts';
import { sayDataNotice } from '../../wording/consent.ts';
import { OWN_DATA, sayAskRenewal } from '../../wording/own-data.ts';
import { defineConfirm } from './confirm.ts';

/** The words somebody agreed to have changed: they read the new ones, and agree or not. Nothing else waits for it. */
export const renewConsentDialog = defineConfirm({
  kind: 'renew-consent',
  schema: z.object({}),
  what: OWN_DATA.renewWhat,
  ask(turn) {
    const name = turn.person === null ? null : turn.desk.store.people.find(turn.person)?.name;
    if (name === null || name === undefined) return null;
    const text = sayAskRenewal(sayDataNotice(name, turn.rules.document));
    return { text, yes: OWN_DATA.renewYes, no: OWN_DATA.renewNo, beside: true };
  },
  yes(turn) {
    if (turn.person === null) return;
    renewConsent(turn.desk, { person: turn.person, at: turn.now });
    turn.say(OWN_DATA.renewed);
  },
  no: (turn) => turn.say(OWN_DATA.notRenewed),
});
