"""What is said to press for a change: reasons, aims and pressures, in the words of the text.

`frames` has the words that open a reason ("because", "to cut", "the case for it is"), `themes`
what reasons are about (money, size, policy …); `phrases` reads those of one sentence, and `sides`
who may give them; `told` brings them to the change that they are told of.
"""
