// The steps of a diagram as a list.
export default [];
