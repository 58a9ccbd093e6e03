// Where a task stands in its file.
export default [];
