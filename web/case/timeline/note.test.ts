import { note } from './note.ts';
import { readsAs } from './readsAs.ts';

readsAs(note, {
  NoteAdded: [{ noteId: 'n', text: 'called the clinic' }, 'Noted: called the clinic'],
});
