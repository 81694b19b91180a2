// The ways out of Tasklist, in its menu: to the front page, the desk and the registers.
const server = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

const way = ([id, label, address], index) => ({
  id: `chancery${id}`,
  pluginPoint: 'tasklist.navbar.action',
  priority: 300 - index,
  render: place => {
    const link = document.createElement('a');
    link.href = server + address;
    link.textContent = label;
    place.append(link);
  }
});

export default [
  ['Front', 'Chancery', '/'],
  ['Desk', 'Desk', '/chancery/desk'],
  ['Registers', 'Registers', '/chancery/registers']
].map(way);
