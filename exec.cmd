@rem "npm start" runs "exec node ...". A shell knows exec; on Windows this file stands for it.
@%*
