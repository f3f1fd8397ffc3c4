// Made by scripts/make-types.mjs from the server's OpenAPI document; do not edit.

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        session: {
            signed_in: boolean;
            first_run: boolean;
            name: string;
            roles: string[];
            actions: string[];
            reading_only: boolean;
            csrf: string;
            language: string;
            fonds: string;
            fonds_name: string;
            profile: string;
            today: string;
        };
        credentials: {
            name: string;
            password: string;
            read_only?: boolean;
        };
        first_administrator: {
            code: string;
            name: string;
            password: string;
        };
        digests: {
            sha256: string[];
        };
        ingest_file: {
            sha256: string;
            path: string;
        };
        ingest: {
            files: components["schemas"]["ingest_file"][];
            customer?: string;
            customer_name?: string;
            manager?: string;
            category?: number;
            type?: string;
            title?: string;
            document_number?: string;
            responsible?: string;
            date?: string;
            shelf?: string;
            paper?: boolean;
            separators?: string;
            feeder?: boolean;
        };
        name: {
            zh: string;
            en: string;
        };
        profile: {
            key: string;
            name: components["schemas"]["name"];
            access: string;
            categories: components["schemas"]["profile_category"][];
            document_types: components["schemas"]["profile_type"][];
            customer_fields: components["schemas"]["profile_field"][];
            customer_classes: string[];
            removal_hold_months: number;
            cooling_months: number;
        };
        profile_category: {
            number: number;
            name: components["schemas"]["name"];
            has_customer: boolean;
            signing_order: boolean;
        };
        profile_type: {
            key: string;
            category: number;
            name: components["schemas"]["name"];
            required: boolean;
            required_for: string;
            copy: boolean;
            site_photo: boolean;
            other_half: string;
            important: boolean;
            voucher: boolean;
            retention: string;
        };
        profile_field: {
            key: string;
            name: components["schemas"]["name"];
            required: boolean;
        };
        problem: {
            type: string;
            title: string;
            status: number;
            code: string;
            detail: string;
            remedy?: string;
            request?: string;
            answer?: unknown;
        };
        search: {
            query?: string;
            like?: string;
            sort: string;
            total: number;
            some_words_only: boolean;
            hits: components["schemas"]["hit"][];
            ignored: string[];
            did_you_mean: string[];
            facets?: components["schemas"]["facet"][];
        };
        hit: {
            number: string;
            title: string;
            customer: string;
            category: number;
            page: number;
            snippet: string;
            shelf: string;
            storage_id: string;
            borrower: string;
            highlights: unknown;
            some_words_only: boolean;
            boxes?: components["schemas"]["hit_boxes"];
        };
        hit_boxes: {
            width: number;
            height: number;
            words: components["schemas"]["box"][];
        };
        box: {
            left: number;
            top: number;
            width: number;
            height: number;
        };
        facet: {
            facet: string;
            name: string;
            different: number;
            values: components["schemas"]["facet_value"][];
        };
        facet_value: {
            key: string;
            name: string;
            count: number;
        };
        suggestions: {
            beginning: string;
            customers: components["schemas"]["suggestion"][];
        };
        suggestion: {
            number: string;
            name: string;
            items: number;
        };
        saved_searches: {
            owner: string;
            searches: components["schemas"]["saved_search"][];
        };
        saved_search: {
            name: string;
            question: string;
            sort: string;
            created_at: string;
        };
        removed_search: {
            removed: string;
        };
        item_record: {
            number: string;
            reference_code: string;
            provisional: string;
            storage_id: string;
            title: string;
            customer_number: string;
            customer: string;
            category: number;
            document_type: string;
            document_number: string;
            responsible: string;
            date: string;
            year: number;
            retention: string;
            state: string;
            pages: number;
            source_name: string;
        };
        member: {
            number: string;
            reference_code: string;
            provisional: string;
            storage_id: string;
            title: string;
            customer_number: string;
            customer: string;
            category: number;
            document_type: string;
            document_number: string;
            responsible: string;
            date: string;
            year: number;
            retention: string;
            state: string;
            pages: number;
            source_name: string;
            paper: components["schemas"]["paper_track"];
            electronic: components["schemas"]["electronic_track"];
        };
        items: {
            items: components["schemas"]["member"][];
            next: number;
        };
        item: {
            kind: string;
            number: string;
            reference_code: string;
            provisional: string;
            storage_id: string;
            title: string;
            customer_number: string;
            customer: string;
            category: number;
            document_type: string;
            document_number: string;
            responsible: string;
            date: string;
            year: number;
            retention: string;
            state: string;
            pages: number;
            source_name: string;
            promoted_from?: string;
            removal?: components["schemas"]["removal"];
            pair?: string;
            pair_checked_by?: string;
            pair_checked_on?: string;
            recognisers: string[];
            older_texts: components["schemas"]["older_text"][];
            signatures: components["schemas"]["signature"][];
            paper: components["schemas"]["paper_track"];
            electronic: components["schemas"]["electronic_track"];
        };
        older_text: {
            revision: number;
            page: number;
            recogniser: string;
            confidence: number;
            replaced_at: string;
        };
        signature: {
            kind: string;
            person: string;
            at: string;
            page: number;
            reason: string;
        };
        paper_track: {
            exists: boolean;
            number?: string;
            volume?: string;
            sequence?: number;
            first_page?: number;
            pages?: number;
            shelf?: string;
            container?: string;
            volume_state?: string;
            borrower?: string;
            note_storage_id?: string;
            note_address?: string;
        };
        electronic_track: {
            exists: boolean;
            storage_id?: string;
            address?: string;
            format?: string;
            size?: number;
            sha256?: string;
            note_number?: string;
            note_shelf?: string;
        };
        record: components["schemas"]["item"] | components["schemas"]["volume"] | components["schemas"]["customer"];
        volume_record: {
            volume: string;
            title: string;
            state: string;
            year: number;
            category: number;
            chapter: string;
            retention: string;
            supplementary: boolean;
            items: number;
            pages: number;
            first_date: string;
            last_date: string;
            shelf: string;
            container: string;
            checked_by: string;
            checked_on: string;
        };
        volume: {
            kind: string;
            volume: string;
            title: string;
            state: string;
            year: number;
            category: number;
            chapter: string;
            retention: string;
            supplementary: boolean;
            items: number;
            pages: number;
            first_date: string;
            last_date: string;
            shelf: string;
            container: string;
            checked_by: string;
            checked_on: string;
            members: components["schemas"]["member"][];
        };
        customer: {
            kind: string;
            customer_number: string;
            customer: string;
            manager: string;
            class: string;
            fields: unknown;
            gaps: components["schemas"]["gap"][];
            members: components["schemas"]["member"][];
        };
        text: {
            number: string;
            revision: number;
            pages: components["schemas"]["page_text"][];
        };
        page_text: {
            page: number;
            text: string;
            recogniser: string;
            confidence: number;
        };
        pages: {
            number: string;
            pages: components["schemas"]["page"][];
        };
        page: {
            page: number;
            width: number;
            height: number;
            blank: boolean;
            recognised: boolean;
            confidence: number;
            picture: boolean;
        };
        page_words: {
            number: string;
            page: number;
            width: number;
            height: number;
            words: components["schemas"]["word"][];
        };
        word: {
            text: string;
            left: number;
            top: number;
            width: number;
            height: number;
            confidence: number;
            line: number;
        };
        filing: {
            done: number;
            already: number;
            refused: components["schemas"]["refused"][];
        };
        refused: {
            number: string;
            reason: string;
            message: string;
        };
        copy_verified: {
            number: string;
            verified_by: string;
        };
        pair: {
            number: string;
            title: string;
            state: string;
            note: string;
            checked_by: string;
            checked_on: string;
        };
        pairs: {
            pairs: components["schemas"]["pair"][];
            next: number;
        };
        fact: {
            number: string;
            field: string;
            value: string;
        };
        upload: {
            sha256: string;
            received: number;
            complete: boolean;
        };
        known_uploads: {
            files: components["schemas"]["known_upload"][];
        };
        known_upload: {
            sha256: string;
            number: string;
            title: string;
            received: number;
            complete: boolean;
        };
        job: {
            id: number;
            kind: string;
            owner: string;
            state: string;
            progress: components["schemas"]["job_progress"];
            result: unknown | null;
            error: components["schemas"]["job_error"] | null;
            created_at: string;
            started_at: string;
            finished_at: string;
        };
        job_progress: {
            stage: string;
            text: string;
            done: number;
            total: number;
            subject: string;
        };
        job_error: {
            code: string;
            message: string;
            remedy: string;
        };
        jobs: {
            jobs: components["schemas"]["job"][];
            next: number;
        };
        events: {
            events: components["schemas"]["event"][];
            next: number;
            incomplete: boolean;
        };
        event: {
            id: number;
            type: string;
            data: unknown;
        };
        ingested: {
            files: components["schemas"]["ingested_file"][];
            summary: components["schemas"]["ingest_summary"];
        };
        ingested_file: {
            path: string;
            outcome: string;
            number: string;
            storage_id: string;
            pages: number;
            reason: string;
            message: string;
        };
        ingest_summary: {
            drafts: number;
            duplicates: number;
            quarantined: number;
            pages: number;
            cancelled: boolean;
        };
        recognition: {
            recogniser: string;
            items: components["schemas"]["recognised_item"][];
            summary: components["schemas"]["recognition_summary"];
        };
        recognised_item: {
            number: string;
            title: string;
            outcome: string;
            pages: number;
            revision: number;
            confidence_before: number;
            confidence_after: number;
            reason: string;
        };
        recognition_summary: {
            replaced: number;
            kept: number;
            current: number;
            failed: number;
            pages: number;
            cancelled: boolean;
        };
        reindexed: {
            items: number;
        };
        arrangement: {
            id: number;
            kind: string;
            actor: string;
            at: string;
            undone: boolean;
            kept: string[];
            made: string[];
            absorbed: string[];
        };
        arrangements: {
            arrangements: components["schemas"]["arrangement"][];
            next: number;
        };
        amendment: {
            id: number;
            number: string;
            title: string;
            state: string;
            revision: number;
            reason: string;
            requested_by: string;
            requested_at: string;
            decided_by: string;
            decided_at: string;
            refusal: string;
            fields: components["schemas"]["amended_field"][];
        };
        amended_field: {
            field: string;
            before: string;
            after: string;
        };
        amendments: {
            amendments: components["schemas"]["amendment"][];
            next: number;
        };
        removal: {
            id: number;
            number: string;
            title: string;
            state: string;
            cause: string;
            reason: string;
            requested_by: string;
            decided_by: string;
            refusal: string;
            keep_until: string;
            ended_by: string;
        };
        removals: {
            removals: components["schemas"]["removal"][];
            next: number;
        };
        pending_promotions: {
            items: components["schemas"]["item_record"][];
            next: number;
        };
        marked: {
            marked: number;
        };
        volumes: {
            volumes: components["schemas"]["listed_volume"][];
            next: number;
        };
        listed_volume: {
            id: number;
            volume: string;
            title: string;
            state: string;
            year: number;
            category: number;
            chapter: string;
            retention: string;
            supplementary: boolean;
            items: number;
            pages: number;
            first_date: string;
            last_date: string;
            shelf: string;
            container: string;
            checked_by: string;
            checked_on: string;
        };
        volume_check: {
            volume: string;
            faults: unknown;
        };
        shelf: {
            places: components["schemas"]["place"][];
            next: string;
        };
        place: {
            place: string;
            volume: string;
            title: string;
            state: string;
            container: string;
        };
        placed: {
            dry_run: boolean;
            placed: components["schemas"]["moved"][];
        };
        moved: {
            name: string;
            from: string;
            to: string;
        };
        shelf_move: {
            dry_run: boolean;
            moved: components["schemas"]["moved"][];
            obstacles: components["schemas"]["obstacle"][];
        };
        obstacle: {
            code: string;
            message: string;
            remedy: string;
        };
        thickness: {
            volume: string;
            thickness_mm: number;
            measured: boolean;
        };
        placements: {
            history: components["schemas"]["stood"][];
            next: number;
        };
        stood: {
            volume: string;
            title: string;
            place: string;
            since: string;
            until: string;
        };
        room_layout: {
            room: string;
            dry_run: boolean;
            first: string;
            last: string;
            shelves: number;
            places: number;
            new_shelves: number;
            new_places: number;
            remeasured: number;
        };
        room_removed: {
            part: string;
            dry_run: boolean;
            places: number;
        };
        shelf_fill: {
            part: string;
            fill: components["schemas"]["fill"][];
            next: string;
        };
        fill: {
            part: string;
            shelves: number;
            measured_shelves: number;
            places: number;
            taken: number;
            capacity_mm: number;
            used_mm: number;
        };
        free_places: {
            places: components["schemas"]["free_place"][];
        };
        free_place: {
            place: string;
            name: string;
        };
        shelf_map: {
            part: string;
            shelves: components["schemas"]["map_shelf"][];
            next: string;
        };
        map_shelf: {
            shelf: string;
            capacity_mm: number;
            used_mm: number;
            taken: number;
            places: components["schemas"]["map_place"][];
        };
        map_place: {
            place: string;
            container: string;
            used_mm: number;
            volumes: components["schemas"]["standing"][];
        };
        standing: {
            volume: string;
            title: string;
            state: string;
            thickness_mm: number;
            measured: boolean;
            loan: string;
            borrower: string;
            due: string;
            missing: boolean;
        };
        container_record: {
            container: string;
            year: number;
            category: number;
            chapter: string;
            manager: string;
            retention: string;
            shelf: string;
            width_mm: number;
            used_mm: number;
            volumes: number;
            first_volume: string;
            last_volume: string;
        };
        containers: {
            containers: components["schemas"]["container_record"][];
            next: number;
        };
        container: {
            container: string;
            year: number;
            category: number;
            chapter: string;
            manager: string;
            retention: string;
            shelf: string;
            width_mm: number;
            used_mm: number;
            volumes: number;
            first_volume: string;
            last_volume: string;
            members: components["schemas"]["volume_record"][];
        };
        container_fill: {
            year: number;
            dry_run: boolean;
            boxes: components["schemas"]["filled_box"][];
            left_out: components["schemas"]["left_out"][];
        };
        filled_box: {
            container: string;
            made: boolean;
            first_volume: string;
            last_volume: string;
            volumes: number;
            used_mm: number;
            width_mm: number;
            shelf: string;
        };
        left_out: {
            volume: string;
            reason: string;
            message: string;
        };
        stocktake: {
            stocktake: string;
            part: string;
            state: string;
            started_by: string;
            started_at: string;
            finished_by: string;
            finished_at: string;
            at: string;
            lines: number;
            summary?: components["schemas"]["stocktake_summary"];
        };
        stocktakes: {
            stocktakes: components["schemas"]["stocktake"][];
            next: number;
        };
        stocktake_scan: {
            stocktake: string;
            part: string;
            state: string;
            started_by: string;
            started_at: string;
            finished_by: string;
            finished_at: string;
            at: string;
            lines: number;
            counts: unknown;
            answers: components["schemas"]["scan_answer"][];
        };
        scan_answer: {
            line: number;
            words: string;
            outcome: string;
            name: string;
            title: string;
            at: string;
            belongs: string;
            message: string;
            remedy: string;
        };
        stocktake_report: {
            stocktake: string;
            part: string;
            state: string;
            started_by: string;
            started_at: string;
            finished_by: string;
            finished_at: string;
            at: string;
            lines: number;
            summary: components["schemas"]["stocktake_summary"];
            findings: components["schemas"]["stocktake_finding"][];
            next: number;
        };
        stocktake_summary: {
            shelves: number;
            walked: number;
            expected: number;
            seen: number;
            lent: number;
            missing: number;
            misplaced: number;
            unexpected: number;
            on_loan: number;
            found: number;
            unread: number;
        };
        stocktake_finding: {
            kind: string;
            name: string;
            title: string;
            container: string;
            at: string;
            belongs: string;
            holder: string;
            reason: string;
            message: string;
        };
        stocktake_fix: {
            stocktake: string;
            part: string;
            state: string;
            started_by: string;
            started_at: string;
            finished_by: string;
            finished_at: string;
            at: string;
            lines: number;
            dry_run: boolean;
            changes: components["schemas"]["mended"][];
        };
        mended: {
            kind: string;
            name: string;
            from: string;
            to: string;
            message: string;
            remedy: string;
        };
        comparison: {
            number: string;
            state: string;
            electronic_pages: number;
            scanned_pages: number;
            missing: unknown;
            pages: components["schemas"]["compared_page"][];
            findings: string[];
        };
        binder_scan: {
            volume: string;
            outcome: string;
            expected: number;
            scanned: number;
            items: components["schemas"]["binder_item"][];
            matched: boolean;
            missing: components["schemas"]["binder_page"][];
            surplus: unknown;
        };
        binder_item: {
            sequence: number;
            number: string;
            expected: number;
            scanned: number;
        };
        binder_page: {
            number: string;
            page: number;
        };
        binder_state: {
            volume: string;
            expected: number;
            scanned: number;
            complete: boolean;
            items: components["schemas"]["binder_item"][];
            next: number;
        };
        compared_page: {
            scanned: number;
            electronic: number;
            alike: boolean;
            legible: boolean;
            likeness: number;
            quarter_turns: number;
            degrees: number;
            scale: number;
            differences: components["schemas"]["difference"][];
            text_likeness?: number;
            figures_unread?: string[];
        };
        difference: {
            change: string;
            sure: boolean;
            left_mm: number;
            top_mm: number;
            width_mm: number;
            height_mm: number;
            strength: number;
        };
        link_check: {
            checked: number;
            fault_count: number;
            faults: components["schemas"]["link_fault"][];
        };
        link_fault: {
            number: string;
            reason: string;
            message: string;
            detail: string;
        };
        closing: {
            year: number;
            dry_run: boolean;
            blocker_count: number;
            blockers: components["schemas"]["blocker"][];
            volumes: components["schemas"]["closed_volume"][];
        };
        blocker: {
            rule: string;
            number: string;
            message: string;
        };
        closed_volume: {
            volume: string;
            title: string;
            state: string;
            year: number;
            category: number;
            chapter: string;
            retention: string;
            supplementary: boolean;
            items: number;
            pages: number;
            first_date: string;
            last_date: string;
            shelf: string;
            container: string;
            checked_by: string;
            checked_on: string;
            forms: string;
            manifest_sha256: string;
        };
        retention_due: {
            as_of: string;
            volumes: components["schemas"]["due_volume"][];
            next: number;
        };
        due_volume: {
            id: number;
            volume: string;
            title: string;
            state: string;
            year: number;
            category: number;
            chapter: string;
            retention: string;
            supplementary: boolean;
            items: number;
            pages: number;
            first_date: string;
            last_date: string;
            shelf: string;
            container: string;
            checked_by: string;
            checked_on: string;
            eligible_since: string;
            obstacles: string[];
        };
        retention_extended: {
            volume: string;
            review_after: string;
        };
        disposition: {
            list: string;
            as_of: string;
            state: string;
            drawn_by: string;
            drawn_on: string;
            approved_by: string;
            approved_on: string;
            cooled_on: string;
            executed_by: string;
            executed_on: string;
            witnessed_by: string[];
            certificate_sha256: string;
            appraisers: string[];
            witnesses: string[];
            rows: components["schemas"]["disposition_row"][];
        };
        disposition_row: {
            volume: string;
            title: string;
            state: string;
            year: number;
            category: number;
            chapter: string;
            retention: string;
            supplementary: boolean;
            items: number;
            pages: number;
            first_date: string;
            last_date: string;
            shelf: string;
            container: string;
            checked_by: string;
            checked_on: string;
            track: string;
            row_state: string;
            note: string;
        };
        dispositions: {
            lists: components["schemas"]["disposition"][];
            next: number;
        };
        disposition_check: {
            list: string;
            faults: unknown;
        };
        chapters: {
            chapters: components["schemas"]["chapter"][];
            next: number;
        };
        chapter: {
            category: number;
            chapter: string;
            manager: string;
            since: string;
            until: string;
        };
        destruction: {
            list: string;
            as_of: string;
            state: string;
            drawn_by: string;
            drawn_on: string;
            approved_by: string;
            approved_on: string;
            cooled_on: string;
            executed_by: string;
            executed_on: string;
            witnessed_by: string[];
            certificate_sha256: string;
            appraisers: string[];
            witnesses: string[];
            rows: components["schemas"]["disposition_row"][];
            items: number;
            objects: number;
            bytes: number;
            certificate: string;
        };
        hold: {
            id: number;
            scope: string;
            target: string;
            reason: string;
            placed_by: string;
            placed_at: string;
            lifted_at: string;
            items?: number;
        };
        holds: {
            holds: components["schemas"]["hold"][];
            next: number;
        };
        hold_lifted: {
            lifted: number;
        };
        settlement: {
            customer: string;
            settled_on: string;
        };
        transfer: {
            transfer: string;
            receiver: string;
            nature: string;
            state: string;
            drawn_by: string;
            package_sha256: string;
            completed_on: string;
            signatures: components["schemas"]["transfer_signature"][];
            volumes: string[];
        };
        transfer_signature: {
            side: string;
            person: string;
            day: string;
        };
        transfers: {
            transfers: components["schemas"]["transfer"][];
            next: number;
        };
        package: {
            transfer: string;
            files: number;
            bytes: number;
            out: string;
        };
        loan: {
            id: number;
            volume: string;
            title: string;
            shelf: string;
            state: string;
            borrower: string;
            department: string;
            reason: string;
            requested_by: string;
            approved_by: string;
            refusal: string;
            due: string;
            overdue: boolean;
            renewals: number;
            reminders: number;
            out_at: string;
            returned_at: string;
            inspected_by: string;
            condition: string;
        };
        loans: {
            loans: components["schemas"]["loan"][];
            next: number;
        };
        reminders: {
            loans: components["schemas"]["loan"][];
        };
        customers: {
            customers: components["schemas"]["listed_customer"][];
            next: string;
        };
        listed_customer: {
            number: string;
            name: string;
            class: string;
            manager: string;
            phone: string;
            since?: string;
            birthday?: string;
            call_due?: string;
            discharged?: string;
            expires_on?: string;
            certificate?: string;
        };
        gaps: {
            customers: components["schemas"]["customer_gaps"][];
            next: string;
        };
        customer_gaps: {
            number: string;
            name: string;
            gaps: components["schemas"]["gap"][];
        };
        gap: {
            kind: string;
            key: string;
            name: string;
            number: string;
        };
        mismatches: {
            mismatches: components["schemas"]["mismatch"][];
            next: number;
        };
        mismatch: {
            customer_number: string;
            customer: string;
            number: string;
            field: string;
            says: string;
            expected: string;
        };
        classes: {
            number: string;
            class: string;
            changes: components["schemas"]["class_change"][];
        };
        class_change: {
            day: string;
            before: string;
            after: string;
            valid_until: string;
            reason: string;
            decided_by: string;
        };
        customer_record: {
            number: string;
            name: string;
            class: string;
            fields: unknown;
        };
        meeting: {
            id: number;
            kind: string;
            period: string;
            held_on: string;
            minutes: string;
            recorded_by: string;
            customers: number;
        };
        meeting_customers: {
            id: number;
            kind: string;
            period: string;
            held_on: string;
            minutes: string;
            recorded_by: string;
            customers: number;
            decided: components["schemas"]["meeting_customer"][];
            next: string;
        };
        meeting_customer: {
            number: string;
            name: string;
            class: string;
        };
        meetings: {
            meetings: components["schemas"]["meeting"][];
            next: number;
        };
        climate_reading: {
            room: string;
            at: string;
            celsius: number;
            humidity: number;
            out_of_limits: boolean;
            measured_by: string;
            measure: string;
            added: boolean;
        };
        climate_alarms: {
            alarms: components["schemas"]["climate_alarm"][];
            next: number;
        };
        climate_alarm: {
            room: string;
            at: string;
            celsius: number;
            humidity: number;
            out_of_limits: boolean;
            measured_by: string;
            measure: string;
            id: number;
        };
        climate_summary: {
            room: string;
            year: components["schemas"]["climate_period"];
            months: components["schemas"]["climate_period"][];
            missing: components["schemas"]["missing_day"][];
        };
        climate_period: {
            from: string;
            until: string;
            readings: number;
            out_of_limits: number;
            missing: number;
            celsius: components["schemas"]["climate_range"];
            humidity: components["schemas"]["climate_range"];
            celsius_change: components["schemas"]["daily_change"];
            humidity_change: components["schemas"]["daily_change"];
        };
        climate_range: {
            least: number;
            mean: number;
            most: number;
        };
        daily_change: {
            change: number;
            day: string;
        };
        missing_day: {
            day: string;
            missing: number;
        };
        import: {
            added: number;
            unchanged: number;
            faults: components["schemas"]["row_fault"][];
        };
        row_fault: {
            line: number;
            code: string;
            reason: string;
        };
        inspection: {
            id: number;
            volume: string;
            date: string;
            damages: string[];
            pages_counted?: number;
            pages_expected?: number;
            treatment: string;
            inspector: string;
            follow_up: string;
            resolved_on: string;
            resolved_by: string;
            resolution: string;
        };
        inspections: {
            inspections: components["schemas"]["inspection"][];
            next: number;
        };
        patrol: {
            id: number;
            room: string;
            kind: string;
            at: string;
            finding: string;
            measure: string;
            person: string;
            resolved_on: string;
            resolved_by: string;
            resolution: string;
        };
        patrols: {
            patrols: components["schemas"]["patrol"][];
            next: number;
        };
        rectification: {
            id: number;
            target: string;
            state: string;
            due: string;
            steps: components["schemas"]["rectification_step"][];
        };
        rectification_step: {
            kind: string;
            day: string;
            person: string;
            words: string;
            evidence: string;
        };
        rectifications: {
            rectifications: components["schemas"]["rectification"][];
            next: number;
        };
        fonds_document: {
            kind: string;
            number: number;
            title: string;
            date: string;
            item: string;
            recorded_by: string;
        };
        fonds_file: {
            documents: components["schemas"]["fonds_document"][];
        };
        register: {
            register: string;
            columns: string[];
            rows: unknown;
            next: number;
        };
        statistics: {
            by: string;
            rows: unknown;
        };
        reconciliation: {
            agree: boolean;
            registers: components["schemas"]["reconciled"][];
        };
        reconciled: {
            register: string;
            year: number;
            registered: number;
            in_statistics?: number;
            in_trail: number;
        };
        built: {
            as_of: string;
            qualified: number;
            built: number;
        };
        audit_events: {
            events: components["schemas"]["audit_event"][];
            next: number;
        };
        audit_event: {
            seq: number;
            at: string;
            actor: string;
            roles: string;
            address: string;
            request: string;
            action: string;
            subject: string;
            hash: string;
        };
        chain_check: {
            events: number;
            head: string;
            sound: boolean;
            first_bad_event?: number;
            reason?: string;
        };
        status: {
            fonds: string;
            profile: string;
            items: number;
            events: number;
            not_yet_indexed: number;
            quarantined: number;
        };
        person: {
            name: string;
            roles: string[];
            system_user: string;
            manager: string;
            active: boolean;
        };
        people: {
            people: components["schemas"]["person"][];
            next: string;
        };
        password_set: {
            name: string;
        };
        handover: {
            from: string;
            to: string;
            customers: number;
            chapters: number;
        };
        tokens: {
            tokens: components["schemas"]["listed_token"][];
        };
        listed_token: {
            name: string;
            scope: string;
            until: string;
            expires_at: string;
        };
        token: {
            name: string;
            token: string;
            expires_at: string;
        };
        token_revoked: {
            revoked: string;
        };
        grant: {
            grant: number;
            person: string;
            scope: string;
            target: string;
            reason: string;
            granted_by: string;
            until: string;
            revoked: boolean;
        };
        grants: {
            grants: components["schemas"]["grant"][];
            next: number;
        };
        grant_revoked: {
            revoked: number;
        };
        access_request: {
            request: number;
            person: string;
            target: string;
            reason: string;
            until: string;
            state: string;
            decided_by: string;
            refusal: string;
            grant: number;
        };
        access_requests: {
            requests: components["schemas"]["access_request"][];
            next: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
