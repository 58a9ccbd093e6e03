// The tab "Akte" beside the form of a task.
import {aktenreiter} from '../../welcome/scripts/aktenreiter.js';

export default [aktenreiter('tasklist.task.detail', 900, 'taskId', 'zuAufgabe')];
