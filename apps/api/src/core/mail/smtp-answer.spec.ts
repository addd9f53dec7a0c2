import { answerOf, oneLine } from './smtp-answer';

function rcpt(response: string) {
  return {
    message: 'all recipients were rejected',
    response,
    responseCode: Number(response.slice(0, 3)),
    command: 'RCPT TO',
  };
}

describe('answerOf', () => {
  it.each([
    ['550 5.1.1 User unknown'],
    ['550 5.1.10 Recipient domain has a null MX'],
    ['553 5.1.3 Bad recipient address syntax'],
    ['550-5.1.1 The email account that you tried to reach does not exist.\n550 5.1.1 https://support.example'],
    ['550 No such user here'],
    ['550 Requested action not taken: mailbox unavailable'],
    ['551 User not local; recipient unknown'],
    ['550 Recipient address rejected: user unknown in virtual mailbox table'],
  ])('takes %j for an address that does not exist', (response) => {
    expect(answerOf(rcpt(response))).toMatchObject({ outcome: 'REFUSED', isHardBounce: true });
  });

  it.each([
    ['550 5.7.1 Service unavailable; client host blocked using a blocklist'],
    ['550 5.1.8 Sender address rejected: domain not found'],
    ['550 5.1.7 Bad sender address'],
    ['550 5.2.2 Mailbox full'],
    ['552 5.2.2 The recipient account is over quota'],
    ['550 Blocked by policy: unknown user agents'],
    ['554 Transaction failed'],
    ['550'],
  ])('takes %j for a refusal that says nothing about the address', (response) => {
    expect(answerOf(rcpt(response))).toMatchObject({ outcome: 'REFUSED', isHardBounce: false });
  });

  it('keeps code and words of a refusal', () => {
    expect(answerOf(rcpt('550-5.1.1 Kullanıcı\r\n550 5.1.1 bulunamadı\t'))).toEqual({
      outcome: 'REFUSED',
      code: 550,
      response: '550-5.1.1 Kullanıcı 550 5.1.1 bulunamadı',
      isHardBounce: true,
    });
  });

  it.each([
    ['DATA', '550 5.1.1 User unknown', true],
    ['DATA', '554 5.7.1 Message rejected as spam', false],
    ['DATA', '552 5.3.4 Message too big', false],
    ['MAIL FROM', '550 5.1.1 No such sender', false],
  ])('refuses at %s with %j', (command, response, isHardBounce) => {
    const failure = { message: '', response, responseCode: Number(response.slice(0, 3)), command };

    expect(answerOf(failure)).toMatchObject({ outcome: 'REFUSED', isHardBounce });
  });

  it.each([
    ['RCPT TO', '451 4.7.1 Greylisted'],
    ['RCPT TO', '450 4.2.1 Mailbox busy'],
    ['RCPT TO', '452 4.5.3 Too many recipients'],
    ['DATA', '421 4.3.2 Shutting down'],
    ['CONN', '554 No SMTP service here'],
    ['EHLO', '550 Access denied'],
    ['AUTH PLAIN', '535 5.7.8 Authentication failed'],
    ['MAIL FROM', '530 5.7.0 Authentication required'],
    ['RCPT TO', '530 5.7.0 Must issue STARTTLS first'],
  ])('defers %s answered with %j', (command, response) => {
    const code = Number(response.slice(0, 3));

    expect(answerOf({ message: '', response, responseCode: code, command })).toEqual({
      outcome: 'DEFERRED',
      code,
      response,
    });
  });

  it('defers where nobody answered', () => {
    expect(answerOf({ message: 'connect ECONNREFUSED 127.0.0.1:1', command: 'CONN' })).toEqual({
      outcome: 'DEFERRED',
      code: null,
      response: 'connect ECONNREFUSED 127.0.0.1:1',
    });
  });
});

describe('oneLine', () => {
  it('makes a long text of many lines fit to be shown and stored', () => {
    expect(oneLine(' a\r\n\x1b[31mb\0\t c ')).toBe('a [31mb c');
    expect(oneLine('x'.repeat(2000))).toHaveLength(500);
  });
});
