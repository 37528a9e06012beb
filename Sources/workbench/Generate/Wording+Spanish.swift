extension Wording.Parts {
    static let spanish = Wording.Parts(
        openings: [
            .complaint: ["¿En serio?", "Otra vez igual.", "Qué vergüenza.", "Sigo esperando.", "No puede ser.", "🤬"],
            .positive: ["¡Enhorabuena!", "Olé.", "Hay que decirlo:", "Gracias de corazón.", "😍", "Pues muy bien."],
            .question: ["Una duda:", "Hola,", "Buenas,", "¿Alguien sabe", "Perdonad que insista,"],
            .neutral: ["Pues nada,", "Actualizo:", "Para que conste,", "vale", "Ya."],
            .spam: ["GANA YA 🎁", "¡Sígueme y te sigo!", "Trabaja desde casa,"],
        ],
        middles: [
            .complaint: [
                "Llevamos % días con el tema de # y nadie dice nada.",
                "He llamado % veces por # y me han dado % versiones distintas.",
                "Me prometisteis que lo de # estaría el viernes y hoy es martes.", "He pagado de más por # y nada.",
                "Mi padre tiene % años y estuvo una hora de pie por culpa de #.", "¿Esto os parece normal?",
                "La aplicación dice “todo correcto” y # dice lo contrario.",
                "Quiero que me devolváis los % euros, todos.",
            ],
            .positive: [
                "Lo de # me lo han arreglado en % minutos.", "Quien lleva # hoy se merece un monumento.",
                "El mes pasado protesté por #; lo retiro.", "Nunca había ido tan fino lo de #.",
                "Os he recomendado ya a % amigos.",
            ],
            .question: [
                "¿cómo va lo de # si cambio de tarifa a los % días?", "¿# va incluido o son otros % euros?",
                "¿dónde está la página de #?", "¿a quién escribo por #?",
            ],
            .neutral: [
                "esta noche vuelvo a probar lo de #.", "Os he mandado la referencia por privado, % cifras.",
                "Lo de # ha llegado, creo.", "Ya os contaré lo de #.",
            ],
            .spam: ["entra en http://gana.example/% y llévate # gratis", "quedan % plazas, sin preguntas"],
        ],
        tails: [
            "Adjunto foto.", "#vergüenza", "¿Hay alguien ahí?", "cc @defensaconsumidor", "Referencia KX-%00%.",
            "Gracias, supongo.",
            "Son más de las doce y sigo con vuestra musiquita: opción %, luego opción %, y vuelta a empezar.",
        ],
        greetings: ["Hola,", "Buenos días,", "Sentimos leer esto,", "Gracias por avisar,", "Vaya,", "Buenas tardes,"],
        answers: [
            "Lo hemos pasado al equipo de # y te dirán algo en % horas.",
            "¿Nos mandas la referencia por mensaje privado y miramos lo de #?",
            "Lo de # debería estar mañana; lo seguimos nosotros.",
            "Para # hay un formulario en https://ayuda.example/% y se tarda % minutos.",
            "Tienes razón, y a nosotros tampoco nos gusta.", "Qué bien leerlo, se lo contamos al equipo.",
        ],
        closings: ["^AN", "^JO", "-Begoña", "^LU", "Un saludo del equipo", "^MB"])
}
