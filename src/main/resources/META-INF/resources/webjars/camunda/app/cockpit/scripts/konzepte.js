// All files, and one of them.
export default [];
