// What one has done.
export default [];
