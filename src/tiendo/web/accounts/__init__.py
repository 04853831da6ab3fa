"""What signing in needs beside its pages: who may try how often, second factors, the login of the province."""
