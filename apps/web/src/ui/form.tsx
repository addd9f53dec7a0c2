import { Form as AriaForm, type FormProps } from 'react-aria-components';

/** A form whose fields are judged by the server alone, so that every complaint stands beside its field in our words. */
export function Form(props: FormProps) {
  return <AriaForm validationBehavior="aria" {...props} />;
}
