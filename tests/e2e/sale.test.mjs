// The main job, end to end: a contact becomes a lead, an opportunity, a sale and a customer, and stays.
import { test } from 'node:test';
import { product, skip } from './support/app.mjs';
import { english, wholePath, wholePathByKeys } from './support/whole_path.mjs';

const { inApp } = product();

test('from a contact to a sale to a customer, with reloads in between', { skip }, () => inApp((app) => wholePath(app, english)));

test('the whole path by keys alone', { skip }, () => inApp(wholePathByKeys));
