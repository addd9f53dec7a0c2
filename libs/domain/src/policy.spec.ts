import { DomainError, ErrorCode } from './errors';
import { allOf, allowed, anyOf, authorize, refused, type Rule } from './policy';

const yes: Rule<null, null> = () => allowed;
const no =
  (code: ErrorCode): Rule<null, null> =>
  () =>
    refused(code);

it('allows all of some rules if each allows, else gives the first refusal', () => {
  expect(allOf(yes, yes)(null, null)).toEqual(allowed);
  expect(allOf<null, null>()(null, null)).toEqual(allowed);
  expect(allOf(yes, no(ErrorCode.FORBIDDEN), no(ErrorCode.WRONG_STATE))(null, null)).toEqual(
    refused(ErrorCode.FORBIDDEN),
  );
});

it('allows any of some rules if one allows, else gives the refusal nearest to a yes', () => {
  expect(anyOf(no(ErrorCode.FORBIDDEN), yes)(null, null)).toEqual(allowed);
  expect(anyOf(no(ErrorCode.WRONG_STATE), no(ErrorCode.FORBIDDEN))(null, null)).toEqual(refused(ErrorCode.WRONG_STATE));
  expect(anyOf(no(ErrorCode.NOT_FOUND), no(ErrorCode.FORBIDDEN))(null, null)).toEqual(refused(ErrorCode.FORBIDDEN));
  expect(anyOf(no(ErrorCode.INVALID), no(ErrorCode.NOT_FOUND))(null, null)).toEqual(refused(ErrorCode.NOT_FOUND));
  expect(anyOf(no(ErrorCode.INVALID))(null, null)).toEqual(refused(ErrorCode.INVALID));
  expect(anyOf<null, null>()(null, null)).toEqual(refused(ErrorCode.FORBIDDEN));
});

it('throws a refusal with the path that it is about', () => {
  expect(() => authorize(allowed)).not.toThrow();
  expect(() => authorize(refused(ErrorCode.HELD), ['input', 'at'])).toThrow(
    expect.objectContaining({ code: ErrorCode.HELD, path: ['input', 'at'] }),
  );
  expect(() => authorize(refused(ErrorCode.HELD))).toThrow(DomainError);
});
