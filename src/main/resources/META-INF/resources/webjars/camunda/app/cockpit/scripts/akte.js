// The tab "Akte" at a process instance.
import {aktenreiter} from '../../welcome/scripts/aktenreiter.js';

export default [aktenreiter('cockpit.processInstance.runtime.tab', 1, 'processInstanceId', 'zuVorgang')];
