// Chancery in Cockpit: the paths of all instances, finished ones included, and the papers of no procedure.
import instancePage from './instance-page.js';
import overviewPage from './overview-page.js';
import papers from './papers.js';
import pathsTab from './paths-tab.js';
import stepCounts from './step-counts.js';
import {menu} from './ways.js';

const navigation = {
  id: 'chanceryNavigation',
  pluginPoint: 'cockpit.navigation',
  priority: 50,
  properties: {
    label: 'Paths',
    pagePath: '#/chancery',
    checkActive: path => path.includes('#/chancery')
  }
};

export default [navigation, ...menu, overviewPage, papers, instancePage, pathsTab, stepCounts];
