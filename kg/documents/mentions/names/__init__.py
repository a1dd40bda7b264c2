"""Bodies by their names: those of the register, typed names, and names by their form.

`gazetteer` knows the names of the register and of national bodies; `type_words` the words for types
of bodies. `typed` finds the bodies that a type word names (`before` and `parts` tell which words
before it are the name), `heads` those whose name ends as a trust's or newspaper's does, `regions`
regional offices, `shouted` names in capitals, `local` those of local news; `organisations` joins
and links them all. `given_names` has the given names of people, by which both are told apart.
"""
