/** What is asked or said in full by its kind. */
export type PlainIntent =
  | 'help'
  | 'new'
  | 'export'
  | 'forget'
  | 'greeting'
  | 'thanks'
  | 'farewell'
  | 'who'
  | 'privacy'
  | 'yes'
  | 'no'
  | 'stop'
  | 'how-are-you'
  | 'joke'
  | Aside;

/** Remarks and requests beside the work. */
type Aside =
  | 'internals'
  | 'dictated'
  | 'others'
  | 'invest'
  | 'weather'
  | 'cannot-book'
  | 'cannot-remind'
  | 'sorry'
  | 'nothing-spent'
  | 'partly'
  | 'why-me'
  | 'money-back'
  | 'beyond'
  | 'not-now'
  | 'acknowledged';
