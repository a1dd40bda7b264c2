"""What there is to know of the graph itself.

`about` tells where its data comes from, what its graphs hold and lack, and the licence; `terms`
the words of the model, as a glossary and as a picture.
"""
