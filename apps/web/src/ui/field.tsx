import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Checkbox as AriaCheckbox,
  ComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Radio,
  RadioGroup,
  SearchField as AriaSearchField,
  Select,
  SelectValue,
  Switch as AriaSwitch,
  Text,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type Key,
} from 'react-aria-components';
import { IconCheck, IconChevronDown, IconSearch, IconX } from '@tabler/icons-react';
import { graphemeLength } from '@turkish/measure';
import { catalogue } from '../lib/messages';
import css from './field.module.css';

const m = catalogue(
  { clear: 'Temizle', show: 'Seçenekleri göster', optional: '(isteğe bağlı)' },
  { clear: 'Clear', show: 'Show options', optional: '(optional)' },
);

interface FrameProps {
  readonly label: string;
  /** One short line of help under the label. */
  readonly hint?: string | undefined;
  /** What is wrong with the value, in words that say how to mend it. */
  readonly error?: string | undefined;
  readonly isOptional?: boolean;
}

function Head({ label, isOptional, hint }: Pick<FrameProps, 'label' | 'isOptional' | 'hint'>) {
  return (
    <>
      <Label className={css.label ?? ''}>
        {label} {isOptional ? <span className={css.optional}>{m.optional()}</span> : null}
      </Label>
      {hint === undefined ? null : (
        <Text slot="description" className={css.hint ?? ''}>
          {hint}
        </Text>
      )}
    </>
  );
}

const Complaint = ({ error }: { readonly error: string | undefined }) => (
  <FieldError className={css.error ?? ''}>{({ validationErrors }) => error ?? validationErrors.join(' ')}</FieldError>
);

interface TextFieldProps extends FrameProps {
  readonly name?: string;
  readonly value?: string;
  readonly defaultValue?: string;
  readonly onChange?: (value: string) => void;
  readonly onBlur?: () => void;
  readonly type?: 'text' | 'email' | 'password' | 'tel' | 'url' | 'date' | 'time';
  readonly autoComplete?: string;
  readonly inputMode?: 'text' | 'numeric' | 'email' | 'tel' | 'url';
  readonly isRequired?: boolean;
  readonly isReadOnly?: boolean;
  readonly isDisabled?: boolean;
  readonly maxLength?: number;
  readonly autoFocus?: boolean;
  readonly placeholder?: string;
  /** More than one line. */
  readonly rows?: number;
  /** Shows `31/90`; a soft limit, so longer text is kept and marked. */
  readonly recommendedLength?: number;
}

/** One line of text, or several with `rows`. The error stands beside the field and is read with it. */
export function TextField({
  label,
  hint,
  error,
  isOptional,
  rows,
  placeholder,
  recommendedLength,
  ...rest
}: TextFieldProps) {
  const { type, autoComplete, inputMode, value, ...field } = rest;
  const length = recommendedLength === undefined ? 0 : graphemeLength(value ?? '');
  return (
    <AriaTextField
      {...field}
      {...(value === undefined ? {} : { value })}
      {...(type === undefined ? {} : { type })}
      {...(autoComplete === undefined ? {} : { autoComplete })}
      {...(inputMode === undefined ? {} : { inputMode })}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className={css.field ?? ''}
    >
      <Head label={label} isOptional={isOptional ?? false} hint={hint} />
      {rows === undefined ? (
        <Input className={css.input ?? ''} placeholder={placeholder} />
      ) : (
        <AriaTextArea className={`${css.input} ${css.area}`} rows={rows} placeholder={placeholder} />
      )}
      {recommendedLength === undefined ? null : (
        <span className={css.counter} data-over={length > recommendedLength || undefined}>
          {length}/{recommendedLength}
        </span>
      )}
      <Complaint error={error} />
    </AriaTextField>
  );
}

export interface Option<Value extends Key = string> {
  readonly value: Value;
  readonly label: string;
  /** A second, quiet line. */
  readonly detail?: string;
}

interface ChoiceProps<Value extends Key> extends FrameProps {
  readonly options: readonly Option<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly isDisabled?: boolean;
  readonly placeholder?: string;
}

function Options<Value extends Key>({ options }: { readonly options: readonly Option<Value>[] }) {
  return (
    <Popover className={css.popover ?? ''} offset={4}>
      <ListBox className={css.list ?? ''}>
        {options.map((option) => (
          <ListBoxItem key={option.value} id={option.value} textValue={option.label} className={css.option ?? ''}>
            <span className={css.optionText}>
              <span>{option.label}</span>
              {option.detail === undefined ? null : <span className={css.hint}>{option.detail}</span>}
            </span>
            <IconCheck size={18} aria-hidden className={css.tick} />
          </ListBoxItem>
        ))}
      </ListBox>
    </Popover>
  );
}

/** One of a few. */
export function SelectField<Value extends Key>(props: ChoiceProps<Value>) {
  const { label, hint, error, isOptional, options, value, onChange, isDisabled = false, placeholder } = props;
  return (
    <Select
      value={value}
      onChange={(key) => key !== null && onChange(key as Value)}
      isInvalid={error !== undefined}
      isDisabled={isDisabled}
      {...(placeholder === undefined ? {} : { placeholder })}
      className={css.field ?? ''}
    >
      <Head label={label} isOptional={isOptional ?? false} hint={hint} />
      <AriaButton className={`${css.input} ${css.select}`}>
        <SelectValue>{({ selectedText, defaultChildren }) => selectedText || defaultChildren}</SelectValue>
        <IconChevronDown size={18} aria-hidden />
      </AriaButton>
      <Options options={options} />
      <Complaint error={error} />
    </Select>
  );
}

/** One of many, found by typing; `matches` folds Turkish letters. */
export function ComboField<Value extends Key>(
  props: ChoiceProps<Value> & { readonly matches: (text: string, query: string) => boolean },
) {
  const { label, hint, error, isOptional, options, value, onChange, isDisabled = false, placeholder, matches } = props;
  return (
    <ComboBox
      value={value}
      onChange={(key) => key !== null && onChange(key as Value)}
      defaultFilter={matches}
      isInvalid={error !== undefined}
      isDisabled={isDisabled}
      menuTrigger="focus"
      className={css.field ?? ''}
    >
      <Head label={label} isOptional={isOptional ?? false} hint={hint} />
      <div className={css.combo}>
        <Input className={css.input ?? ''} placeholder={placeholder} />
        <AriaButton className={css.comboButton ?? ''} aria-label={m.show()}>
          <IconChevronDown size={18} aria-hidden />
        </AriaButton>
      </div>
      <Options options={options} />
      <Complaint error={error} />
    </ComboBox>
  );
}

/** One of a few that should all be seen at once. */
export function RadioField<Value extends string>(props: ChoiceProps<Value>) {
  const { label, hint, error, isOptional, options, value, onChange, isDisabled = false } = props;
  return (
    <RadioGroup
      value={value}
      onChange={(key) => onChange(key as Value)}
      isInvalid={error !== undefined}
      isDisabled={isDisabled}
      className={css.field ?? ''}
    >
      <Head label={label} isOptional={isOptional ?? false} hint={hint} />
      {options.map((option) => (
        <Radio key={option.value} value={option.value} className={css.choice ?? ''}>
          <span className={css.dot} aria-hidden />
          <span className={css.optionText}>
            <span>{option.label}</span>
            {option.detail === undefined ? null : <span className={css.hint}>{option.detail}</span>}
          </span>
        </Radio>
      ))}
      <Complaint error={error} />
    </RadioGroup>
  );
}

interface TickProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
  readonly children: ReactNode;
  /** Read out instead of the children, when those are not plain words. */
  readonly label?: string;
}

export function Checkbox({ children, label, ...rest }: TickProps) {
  return (
    <AriaCheckbox {...rest} {...(label === undefined ? {} : { 'aria-label': label })} className={css.choice ?? ''}>
      <span className={css.box} aria-hidden>
        <IconCheck size={16} />
      </span>
      <span>{children}</span>
    </AriaCheckbox>
  );
}

export function Switch({ children, label, ...rest }: TickProps) {
  return (
    <AriaSwitch {...rest} {...(label === undefined ? {} : { 'aria-label': label })} className={css.choice ?? ''}>
      <span className={css.track} aria-hidden />
      <span>{children}</span>
    </AriaSwitch>
  );
}

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onSubmit?: (value: string) => void;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
}

/** A search box; its label is read out, the placeholder shown. */
export function SearchField({ label, placeholder, onSubmit, ...rest }: SearchFieldProps) {
  return (
    <AriaSearchField
      {...rest}
      {...(onSubmit === undefined ? {} : { onSubmit })}
      aria-label={label}
      className={css.search ?? ''}
    >
      <IconSearch size={18} aria-hidden className={css.searchSign} />
      <Input className={css.input ?? ''} placeholder={placeholder ?? label} />
      <AriaButton className={css.searchClear ?? ''} aria-label={m.clear()}>
        <IconX size={16} aria-hidden />
      </AriaButton>
    </AriaSearchField>
  );
}
