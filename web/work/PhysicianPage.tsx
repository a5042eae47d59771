import { Page } from '../app/Page.tsx';

export const PhysicianPage = () => <Page title="Physician queue">{null}</Page>;
