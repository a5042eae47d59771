import { Page } from '../app/Page.tsx';

export const WorkPage = () => <Page title="Work list">{null}</Page>;
