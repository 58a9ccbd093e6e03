// Where time goes.
export default [];
